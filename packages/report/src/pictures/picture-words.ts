import type { PictureWords } from '@coherence/picture';
import type { Translate } from '@coherence/words';

/** The words that pictures write by themselves, in the language of `t`. */
export function pictureWords(t: Translate): PictureWords {
  return {
    kind: (kind) => t(`map.kind_${kind}`),
    moreLeadsToMore: t('picture.moreLeadsToMore'),
    moreLeadsToLess: t('picture.moreLeadsToLess'),
    notSure: t('picture.notSure'),
    seenBothWays: t('picture.seenBothWays'),
    takesTime: t('picture.takesTime'),
    roomsAgree: t('picture.roomsAgree'),
    votes: (count) => t('picture.votes', { count }),
    believed: (people) =>
      people === undefined ? t('picture.believed') : t('picture.believedBy', { people }),
    fullBelow: t('picture.fullBelow'),
    inFull: t('picture.inFull'),
    emptyMap: t('picture.emptyMap'),
    emptyGrid: t('picture.emptyGrid'),
    notPlacedYet: t('picture.notPlacedYet'),
    onMap: t('picture.onMap'),
    mapDescription: (nodes, links) => t('picture.mapDescription', { nodes, links }),
    gridDescription: (factors) => t('picture.gridDescription', { factors }),
  };
}
