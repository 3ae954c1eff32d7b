/**
 * A change of the server's own could not be stored in time. `pending`: it is in the document and will be stored
 * with the next commit that succeeds; otherwise it has been withdrawn.
 */
export class NotStored extends Error {
  readonly pending: boolean;

  constructor(pending: boolean) {
    super(pending ? 'the change waits to be stored' : 'the change could not be stored');
    this.pending = pending;
  }
}
