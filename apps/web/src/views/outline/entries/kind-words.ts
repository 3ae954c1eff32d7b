import '../../../i18n/with-map.ts';
/** One node's kind in a word. */
export const KIND_WORDS = {
  interfering: 'outline.oneInterfering',
  integrative: 'outline.oneIntegrative',
  outcome: 'outline.oneOutcome',
  strategy: 'outline.oneStrategy',
  issue: 'outline.oneIssue',
} as const;

/** The heading over nodes of a kind. */
export const KIND_HEADINGS = {
  interfering: 'outline.interfering',
  integrative: 'outline.integrative',
  outcome: 'outline.outcome',
  strategy: 'outline.strategy',
  issue: 'outline.issue',
} as const;
