import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'

export type OrganisationKey = 'kainuu' | 'kanta-hame' | 'kansallinen'

/** Names as the fact files write them; the national body is the product's own, for the national role. */
const organisations = [
  { key: 'kainuu', name: 'Kainuun hyvinvointialue', kind: 'county' },
  { key: 'kanta-hame', name: 'Kanta-Hämeen hyvinvointialue (Oma Häme)', kind: 'county' },
  { key: 'kansallinen', name: 'Kansallinen ohjaus', kind: 'national_body' },
] as const

/** Texts and the retention day come from the domain description, section "Rules of the game". */
const programme = {
  key: 'rrp2',
  name: 'Suomen kestävän kasvun ohjelma (RRP)',
  shortName: 'RRP2',
  funder: 'Sosiaali- ja terveysministeriö (STM)',
  statementFi: 'Euroopan unionin rahoittama – NextGenerationEU',
  statementSv: 'Finansieras av Europeiska unionen – NextGenerationEU',
  statementEn: 'Funded by the European Union – NextGenerationEU',
  retentionUntil: new Date('2032-12-31'),
}

export type Organisations = { programmeId: string; idOf: (key: OrganisationKey) => string }

export async function insertOrganisations(tx: Tx): Promise<Organisations> {
  const rows = organisations.map((organisation) => ({ id: randomUUIDv7() as string, ...organisation }))
  await tx.organisation.createMany({ data: rows })
  const { id } = await tx.programme.create({ data: programme, select: { id: true } })
  const ids = new Map<string, string>(rows.map((row) => [row.key, row.id]))
  return {
    programmeId: id,
    idOf: (key) => {
      const found = ids.get(key)
      if (!found) throw new Error(`no organisation ${key}`)
      return found
    },
  }
}
