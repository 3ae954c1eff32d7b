import { settableValue } from '@coherence/protocol/observable-value';

/** Something that did not work, on its way to the person: what happened, by a stable code. */
type Complaint = { readonly code: string; readonly message: string };

const latest = settableValue<Complaint | null>(null, () => false);

/** Tells the person: the app shell, which shows messages, listens. */
export function complain(complaint: Complaint): void {
  latest.set(complaint);
}

export function onComplaint(listener: (complaint: Complaint) => void): () => void {
  return latest.subscribe(() => {
    const complaint = latest.getSnapshot();
    if (complaint !== null) listener(complaint);
  });
}
