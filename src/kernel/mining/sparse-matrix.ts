/** Rows of numbers of which nearly all are zero: row r holds indices[starts[r]..starts[r+1]) with their values. */
export interface SparseMatrix {
  readonly rows: number
  readonly columns: number
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float32Array
}

/** One row: column numbers in ascending order and their values. */
export interface SparseRow {
  readonly indices: Int32Array
  readonly values: Float32Array
}

/** Packs rows into one matrix. */
export function packRows(rows: readonly SparseRow[], columns: number): SparseMatrix {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, r) => (starts[r + 1] = starts[r]! + row.indices.length))
  const indices = new Int32Array(starts[rows.length]!)
  const values = new Float32Array(indices.length)
  rows.forEach((row, r) => {
    indices.set(row.indices, starts[r])
    values.set(row.values, starts[r])
  })
  return { rows: rows.length, columns, starts, indices, values }
}

/** Cosine of two unit rows (their dot product). */
export function dotRows(a: SparseRow, b: SparseRow): number {
  let sum = 0
  let j = 0
  for (let i = 0; i < a.indices.length; i++) {
    const column = a.indices[i]!
    while (j < b.indices.length && b.indices[j]! < column) j++
    if (j < b.indices.length && b.indices[j] === column) sum += a.values[i]! * b.values[j]!
  }
  return sum
}
