import type { TreasuryDocument } from '@/lib/finance/treasury/files/schema'

export const partKinds = [
  'project',
  'item',
  'payment',
  'owner',
  'share',
  'procurement',
  'contractor',
  'attachment',
] as const
export type PartKind = (typeof partKinds)[number]

/** One thing in a file: what it is called, and everything that is said of it alone. */
type Part = { kind: PartKind; key: string; label: string; day: string | null; text: string }

/** `label`: its name, of a funding share its source; `day` tells payments of one support apart. */
export type Change = { kind: PartKind; label: string; day: string | null; how: 'added' | 'changed' | 'removed' }

/** What is in one file and not in the other, or is said otherwise there. Days of birth count and are not shown. */
export function changesBetween(before: TreasuryDocument, after: TreasuryDocument): Change[] {
  const [then, now] = [byKey(before), byKey(after)]
  const told = (part: Part, how: Change['how']): Change => ({
    ...{ kind: part.kind, label: part.label, day: part.day },
    how,
  })
  return [
    ...[...now.values()].flatMap((part) => {
      const old = then.get(part.key)
      if (!old) return [told(part, 'added')]
      return old.text === part.text ? [] : [told(part, 'changed')]
    }),
    ...[...then.values()].filter(({ key }) => !now.has(key)).map((part) => told(part, 'removed')),
  ]
}

const byKey = (document: TreasuryDocument): Map<string, Part> =>
  new Map(partsOf(document).map((part) => [part.key, part]))

function part(kind: PartKind, key: string, label: string, said: object, day: string | null = null): Part {
  return { kind, key: `${kind}:${key}`, label, day, text: JSON.stringify(said) }
}

type Party =
  | TreasuryDocument['supportItems'][number]['recipient']
  | TreasuryDocument['procurements'][number]['contractors'][number]

const people = ({ beneficialOwners }: Pick<Party, 'beneficialOwners'>): Part[] =>
  beneficialOwners.map((one) => part('owner', one.id, `${one.firstNames} ${one.lastName}`, one))

function partsOf({
  project,
  readme,
  month,
  supportItems,
  fundingShares,
  procurements,
  attachments,
}: TreasuryDocument): Part[] {
  return [
    part('project', '', project.name, { project, readme, month }),
    ...supportItems.flatMap(({ payments, recipient, paidInMonth: _in, paidByEndOfMonth, ...item }) => {
      const { beneficialOwners: _, ...facts } = recipient
      return [
        part('item', item.id, item.name, { ...item, facts, paidByEndOfMonth }),
        ...payments.map((one) => part('payment', one.id, item.name, one, one.paidOn)),
        ...people(recipient),
      ]
    }),
    ...fundingShares.map((one) => part('share', one.source, one.source, one)),
    ...procurements.flatMap(({ contractors, ...one }) => [
      part('procurement', one.id, one.title, one),
      ...contractors.flatMap(({ subcontractors, beneficialOwners, ...main }) => [
        part('contractor', main.id, main.name, main),
        ...people({ beneficialOwners }),
        ...subcontractors.flatMap(({ beneficialOwners: owners, ...sub }) => [
          part('contractor', sub.id, sub.name, { ...sub, worksFor: main.id }),
          ...people({ beneficialOwners: owners }),
        ]),
      ]),
    ]),
    ...attachments.map((one) => part('attachment', one.id, one.name, one)),
  ]
}
