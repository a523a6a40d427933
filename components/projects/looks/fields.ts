import type { RecordField } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import type { LookSettings } from '@/lib/projects/looks/model'

/** The two colours of the files; empty takes the product's own. */
export function colourFields(t: Words, { brandColour, accentColour }: LookSettings): RecordField[] {
  const optional = t('ui.optional')
  const help = t('admin.looks.colourHelp')
  return [
    {
      as: 'line',
      name: 'brandColour',
      label: t('admin.looks.brand'),
      help,
      optional,
      known: brandColour ?? '',
      width: 'short',
    },
    {
      as: 'line',
      name: 'accentColour',
      label: t('admin.looks.accent'),
      help,
      optional,
      known: accentColour ?? '',
      width: 'short',
    },
  ]
}

export const colourErrors = ['admin.looks.error.colour'] as const
