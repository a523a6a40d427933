import { DataTable } from '@/components/ui/data-table'
import { roleLabels } from '@/lib/access/labels'
import type { Words } from '@/lib/platform/words'
import type { PeopleInRole, Person } from '@/lib/projects/people/model'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; people: readonly PeopleInRole[] }

/** Who does what in the project. Those who may not know names see the roles and how many hold them. */
export function PeopleTable({ t, people }: Props) {
  const named = people.some((one) => one.people !== null)
  if (people.length === 0) return <p className="text-muted">{t('projects.people.none')}</p>
  if (!named) {
    return (
      <DataTable
        caption={t('projects.people.title')}
        captionNote={t('projects.people.rolesOnly')}
        columns={[
          { key: 'role', header: t('projects.people.role') },
          { key: 'count', header: t('projects.people.count'), numeric: true },
        ]}
        rows={people.map(({ role, count }) => ({
          key: role,
          cells: [t(roleLabels[role]), formatNumber(count, t.locale)],
        }))}
      />
    )
  }
  return (
    <DataTable
      caption={t('projects.people.title')}
      hideCaption
      columns={[
        { key: 'role', header: t('projects.people.role') },
        { key: 'name', header: t('projects.people.name') },
        { key: 'email', header: t('projects.people.email') },
        { key: 'units', header: t('projects.people.units'), numeric: true },
      ]}
      rows={people.flatMap(({ role, people: known }) =>
        (known ?? []).map((person) => ({
          key: `${role} ${person.email}`,
          cells: cellsOf(t, t(roleLabels[role]), person),
        })),
      )}
    />
  )
}

function cellsOf(t: Words, role: string, { name, email, units }: Person) {
  return [role, name, { text: email, href: `mailto:${email}` }, units > 0 ? formatNumber(units, t.locale) : '–']
}
