import { DataTable } from '@/components/ui/data-table'
import { personAddress } from '@/lib/access/addresses'
import { factorStateLabels, personStateLabels, roleLabels } from '@/lib/access/labels'
import { isRole } from '@/lib/access/model'
import type { PersonRow } from '@/lib/access/sessions/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

const columns = ['name', 'email', 'state', 'roles', 'factor', 'lastSignIn', 'sessions'] as const

/** The accounts of the county, one row each. */
export function PeopleTable({ t, people }: { t: Words; people: readonly PersonRow[] }) {
  return (
    <DataTable
      caption={t('security.people.caption')}
      hideCaption
      columns={columns.map((key) => ({
        key,
        header: key === 'state' ? t('people.stateTitle') : t(`security.people.${key}`),
        numeric: key === 'sessions',
      }))}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          {
            text: person.name,
            href: personAddress(person.id),
            note: person.self ? t('security.people.self') : undefined,
          },
          person.email,
          stateCell(t, person),
          rolesText(t, person),
          t(factorStateLabels[person.secondFactor ? 'on' : 'off']),
          lastSignInText(t, person),
          String(person.sessions),
        ],
      }))}
    />
  )
}

/** "Kutsuttu", with the end of the open link. */
function stateCell(t: Words, { state, until }: PersonRow) {
  const note = until === null ? undefined : t('people.until', { until: formatDateTime(until, t.locale) })
  return { text: t(personStateLabels[state]), note }
}

/** "Projektijohtaja: Kestävän kasvun Kainuu II", one after the other. */
export function rolesText(t: Words, { roles }: PersonRow): string {
  const names = roles.map(({ role, project }) => {
    const name = isRole(role) ? t(roleLabels[role]) : role
    return project ? t('security.people.roleIn', { role: name, project }) : name
  })
  return names.join('; ') || t('security.people.noRoles')
}

/** When the person signed in last, in words. */
export function lastSignInText(t: Words, { lastSignIn }: PersonRow): string {
  return lastSignIn ? formatDateTime(lastSignIn, t.locale) : t('security.people.never')
}
