import type { CheckedBlock, CheckedModel, CheckedModelRow } from '@/lib/final-report/check/model'
import { plain } from '@/lib/final-report/check/words/model'

type Table = Extract<CheckedBlock, { type: 'table' }>

const columns = {
  piloted: /pilotoi|käyttöönotto|otettu käyttöön|tagits i bruk|togs i bruk|pilottest|piloted|taken into use/i,
  stayedInUse: /jäänyt käyttöön|jäi käyttöön|jää käyttöön|käytössä|kvar i bruk|i bruk efter|stayed in use|in use/i,
}

/** A typed table whose rows name toimintamallit and say what became of them; empty when it is another kind of table. */
export function typedModelRows(table: Table, models: readonly CheckedModel[]): CheckedModelRow[] {
  const stayed = table.columns.findIndex((column) => columns.stayedInUse.test(column))
  const piloted = table.columns.findIndex((column, index) => index !== stayed && columns.piloted.test(column))
  if (table.bound || (stayed === -1 && piloted === -1)) return []
  const byName = new Map(models.map(({ id, name }) => [plain(name), id]))
  return table.rows.flatMap((row) => {
    const modelId = row.map((cell) => byName.get(plain(cell ?? ''))).find((id) => id !== undefined)
    if (modelId === undefined) return []
    const address = row.map((cell) => /https?:\/\/\S+/.exec(cell ?? '')?.[0]).find((found) => found !== undefined)
    return [{ modelId, piloted: row[piloted] ?? null, stayedInUse: row[stayed] ?? null, address: address ?? null }]
  })
}
