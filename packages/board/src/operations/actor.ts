/** Who acts, as far as the document may know: the unit. Names stay in presence. */
export type Actor = { readonly unit: string | null };
