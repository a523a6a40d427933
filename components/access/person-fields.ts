import type { RecordField } from '@/components/ui/record-fields'
import { roleLabels } from '@/lib/access/labels'
import { coversCounty, type PeopleChoices, type PersonSettings, roleKey } from '@/lib/access/people/model'
import { locales } from '@/lib/platform/locales'
import type { Words } from '@/lib/platform/words'
import { titleOf } from '@/lib/work-packages/model'

/** Name, address and language of a person. */
export function detailFields(t: Words, known?: Pick<PersonSettings, 'name' | 'email' | 'locale'>): RecordField[] {
  const own = (name: string) => t(`people.field.${name}`)
  const languages = locales.map((value) => ({ value, label: t(`people.language.${value}`) }))
  return [
    { as: 'line', name: 'name', label: own('name'), help: own('nameHelp'), known: known?.name },
    { as: 'line', name: 'email', label: own('email'), help: own('emailHelp'), known: known?.email },
    {
      as: 'choice',
      name: 'locale',
      label: own('locale'),
      help: own('localeHelp'),
      options: languages,
      known: known?.locale ?? 'fi',
    },
  ]
}

/** Every role that may be given: those of the county, and those of each project. */
export function rolesField(t: Words, { roles, projects }: PeopleChoices, known = ''): RecordField {
  const own = (name: string) => t(`people.field.${name}`)
  const option = (role: (typeof roles)[number], projectId: string | null) => ({
    value: roleKey({ role, projectId }),
    label: t(roleLabels[role]),
  })
  const wide = {
    key: 'county',
    label: own('wholeCounty'),
    options: roles.filter(coversCounty).map((r) => option(r, null)),
  }
  const inProjects = roles.filter((role) => !coversCounty(role))
  return {
    as: 'kinds',
    name: 'roles',
    label: own('roles'),
    help: own('rolesHelp'),
    none: own('noProjects'),
    options: [
      wide,
      ...projects.map(({ id, name }) => ({ key: id, label: name, options: inProjects.map((r) => option(r, id)) })),
    ],
    known,
  }
}

/** The units that a person may write for, by project. */
export function unitsField(t: Words, { units, chosenUnits }: PersonSettings): RecordField {
  const projects = [...new Set(units.map(({ project }) => project))]
  return {
    as: 'kinds',
    name: 'units',
    label: t('people.units.label'),
    none: t('people.units.none'),
    options: projects.map((project, at) => ({
      key: String(at),
      label: project,
      options: units
        .filter((unit) => unit.project === project)
        .map((unit) => ({ value: unit.id, label: titleOf(unit) })),
    })),
    known: chosenUnits.join(','),
  }
}

/** How a link reaches its person; where no mail is sent there is only one way. */
export function wayField(t: Words, mails: boolean): RecordField {
  const own = (name: string) => t(`people.field.${name}`)
  const show = { value: 'show', label: own('wayShow') }
  return {
    as: 'choice',
    name: 'way',
    label: own('way'),
    help: mails ? undefined : own('wayOnly'),
    options: mails ? [{ value: 'mail', label: own('wayMail') }, show] : [show],
    known: mails ? 'mail' : 'show',
  }
}
