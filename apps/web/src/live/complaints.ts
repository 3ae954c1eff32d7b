/** Something that did not work, on its way to the person: what happened, by a stable code. */
type Complaint = { readonly code: string; readonly message: string };

type Listener = (complaint: Complaint) => void;
const listeners = new Set<Listener>();

/** Tells the person. Whoever shows messages (the app shell) listens. */
export function complain(complaint: Complaint): void {
  for (const listener of listeners) listener(complaint);
}

export function onComplaint(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
