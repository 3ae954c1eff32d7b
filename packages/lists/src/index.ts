export { writeCsv, type CsvCell } from './csv/write-csv.ts';
export { readPeople, type PastedPerson } from './pasted/people.ts';
export { readPasted, type Pasted } from './pasted/read-pasted.ts';
export { readUnits, type PastedUnit } from './pasted/units.ts';
export {
  factorsOfTable,
  guessColumns,
  peopleOfTable,
  tableOf,
  type ColumnChoice,
  type ColumnUse,
} from './pasted/columns.ts';
