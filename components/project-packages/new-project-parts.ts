import type { RecordPart } from '@/components/ui/record-fields'
import { locales } from '@/lib/platform/locales'
import type { Words } from '@/lib/platform/words'
import type { MadeRow } from '@/lib/project-packages/making/model'

type Choices = { programmes: readonly { id: string; name: string }[]; projects: readonly MadeRow[] }

/** What is asked of a new project. */
export function newProjectParts(t: Words, { programmes, projects }: Choices): RecordPart[] {
  const optional = t('ui.optional')
  return [
    { as: 'line', name: 'name', label: t('structure.project.name') },
    { as: 'line', name: 'key', label: t('structure.project.key'), help: t('structure.project.keyHelp') },
    {
      as: 'choice',
      name: 'programmeId',
      label: t('projects.programme'),
      options: programmes.map(({ id, name }) => ({ value: id, label: name })),
    },
    { as: 'line', name: 'term', label: t('projects.term'), help: t('projects.termHelp'), optional },
    {
      as: 'choice',
      name: 'language',
      label: t('structure.project.language'),
      options: locales.map((value) => ({ value, label: t(`projects.language.${value}`) })),
      known: 'fi',
    },
    { as: 'line', name: 'totalCost', label: t('projects.cost'), width: 'number', unit: '€', optional },
    { as: 'line', name: 'totalCostAsWritten', label: t('structure.project.costAsWritten'), optional },
    {
      as: 'choice',
      name: 'sourceId',
      label: t('structure.project.source'),
      help: t('structure.project.sourceHelp'),
      options: projects.map(({ id, name }) => ({ value: id, label: name })),
      empty: t('structure.project.empty'),
    },
  ]
}
