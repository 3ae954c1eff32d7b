/** A prime whose products stay whole numbers, and larger than any determinant of the small tables asked about. */
const PRIME = 67_108_859;

/** How many rows of a table of zeros and ones say something that no others say together. */
export function rankOf(table: readonly (readonly number[])[]): number {
  const rows = table.map((row) => [...row]);
  const columns = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && (row[column] ?? 0) !== 0);
    const pivot = rows[at];
    const first = rows[rank];
    if (pivot === undefined || first === undefined) continue;
    rows[at] = first;
    rows[rank] = pivot;
    const inverse = power(pivot[column] ?? 1, PRIME - 2);
    for (const row of rows.slice(rank + 1)) {
      const times = ((row[column] ?? 0) * inverse) % PRIME;
      if (times === 0) continue;
      for (let cell = column; cell < columns; cell += 1)
        row[cell] = ((((row[cell] ?? 0) - times * (pivot[cell] ?? 0)) % PRIME) + PRIME) % PRIME;
    }
    rank += 1;
  }
  return rank;
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
