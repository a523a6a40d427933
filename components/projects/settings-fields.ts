import type { RecordField } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import type { OwnWays } from '@/lib/projects/settings/model'
import { reportSections } from '@/lib/status-reports/fields/model'
import { sectionLabels } from '@/lib/status-reports/labels'

/** Fields of the project's own ways. */
export function settingsFields(t: Words, { settings, levels }: OwnWays): RecordField[] {
  return [
    {
      as: 'tick',
      name: 'lights',
      label: t('projects.settings.lights'),
      help: t('projects.settings.lightsHelp'),
      known: settings.lights ? 'yes' : '',
    },
    {
      as: 'choices',
      name: 'sections',
      label: t('projects.settings.sections'),
      help: t('projects.settings.sectionsHelp'),
      known: (settings.sections ?? reportSections).join(','),
      options: reportSections.map((value) => ({ value, label: t(sectionLabels[value]) })),
    },
    {
      as: 'line',
      name: 'riskScale',
      width: 'number',
      label: t('projects.settings.riskScale'),
      help: t('projects.settings.riskScaleHelp'),
      known: String(settings.riskScale),
    },
    ...levels.map(
      ({ id, label }, no): RecordField => ({
        as: 'line',
        name: `level/${id}`,
        label: t('projects.settings.level', { no: no + 1 }),
        known: label,
      }),
    ),
  ]
}

export const settingsErrors = [
  'projects.error.sections',
  'projects.error.riskScale',
  'projects.error.riskScaleInUse',
  'projects.error.level',
]
