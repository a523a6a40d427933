import { untold } from '@/components/finance/texts'
import { DataTable } from '@/components/ui/data-table'
import type { PlainCell } from '@/components/ui/table-model'
import { newOwnerAddress, ownerAddress } from '@/lib/finance/treasury/addresses'
import { birthLabels } from '@/lib/finance/treasury/labels'
import { isReported, type OwnerRow, ownerName, type Treasury } from '@/lib/finance/treasury/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = { t: Words; project: string; owners: readonly OwnerRow[] }

/** Beneficial owners without their days of birth: of those only whether they are known. */
export function OwnerTable({ t, project, owners }: Props) {
  return (
    <DataTable
      caption={t('treasury.owner.title')}
      hideCaption
      columns={[
        { key: 'name', header: t('treasury.owner.one') },
        { key: 'roleFrom', header: t('treasury.field.roleFrom') },
        { key: 'birth', header: t('treasury.field.bornOn') },
      ]}
      rows={owners.map((owner) => ({
        key: owner.id,
        cells: [
          { text: ownerName(owner), href: ownerAddress(project, owner.id) },
          owner.roleFrom === null ? untold(t) : formatDate(owner.roleFrom, t.locale),
          { text: t(birthLabels[owner.birth]), status: owner.birth === 'known' ? 'good' : 'warning' },
        ],
      }))}
      empty={<p>{t('treasury.owner.none')}</p>}
    />
  )
}

type OfContractors = { t: Words; project: string; treasury: Treasury }

/** Contractors and subcontractors of the purchases that are told of, a row for each of their owners. */
export function ContractorOwners({ t, project, treasury }: OfContractors) {
  const { purchases, contractorOwners } = treasury
  const groups = purchases.filter((one) => isReported(one) && one.contractors.length > 0)
  const rows = groups.flatMap(({ id, sourceId, title, contractors }) => [
    { key: id, group: `${sourceId} ${title}` },
    ...contractors.flatMap((contractor) => {
      const { name, businessId, contractorId } = contractor
      const main = contractors.find((one) => contractorId !== null && one.id === contractorId)
      const own = contractorOwners.filter((owner) => owner.contractorId === contractor.id)
      const add: PlainCell = {
        text: t('treasury.owner.addTo', { name }),
        href: newOwnerAddress(project, { contractor: contractor.id }),
      }
      const first: PlainCell = { text: name, note: main && t('treasury.owner.subcontractorOf', { name: main.name }) }
      const people = own.map((owner): [string, PlainCell, PlainCell] => [
        owner.id,
        { text: ownerName(owner), href: ownerAddress(project, owner.id) },
        { text: t(birthLabels[owner.birth]), status: owner.birth === 'known' ? 'good' : 'warning' },
      ])
      const all: [string, PlainCell, PlainCell][] = [...people, [`${contractor.id} add`, add, '']]
      return all.map(([key, person, birth]) => ({ key, cells: [first, businessId ?? untold(t), person, birth] }))
    }),
  ])
  return (
    <DataTable
      caption={t('treasury.owner.ofContractors')}
      hideCaption
      columns={[
        { key: 'contractor', header: t('treasury.field.contractor') },
        { key: 'businessId', header: t('treasury.field.businessId') },
        { key: 'owner', header: t('treasury.owner.one') },
        { key: 'birth', header: t('treasury.field.bornOn') },
      ]}
      rows={rows}
      empty={<p>{t('treasury.owner.noContractors')}</p>}
    />
  )
}
