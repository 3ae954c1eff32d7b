/** What the facilitator asks of everybody's attention: the projector, coming here, pausing. */
export function AttentionControl() {
  return null;
}
