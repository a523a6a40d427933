import type { RecordField, RecordPart } from '@/components/ui/record-fields'
import { sectionKindLabels } from '@/lib/final-report/labels'
import { sectionKinds } from '@/lib/final-report/model'
import {
  newestPublished,
  placeName,
  type TemplatePlace,
  type TemplatePrompt,
  type TemplateRow,
  type TemplateVersion,
  withInside,
} from '@/lib/final-report/templates/model'
import { askedText } from '@/lib/final-report/templates/schema'
import type { Words } from '@/lib/platform/words'

const nameLabel = 'admin.templates.details.name'

/** A new template: its name, and what it begins from. */
export function newTemplateFields(t: Words, templates: readonly TemplateRow[], from: string): RecordField[] {
  const options = templates.flatMap((template) => {
    const published = newestPublished(template)
    const label = published && t('admin.templates.new.fromOption', { name: template.name, version: published.version })
    return label ? [{ value: template.id, label }] : []
  })
  return [
    { as: 'line', name: 'name', label: t(nameLabel), known: '', width: 'full' },
    {
      as: 'choice',
      name: 'from',
      label: t('admin.templates.new.from'),
      options,
      empty: t('admin.templates.new.empty'),
      known: options.some(({ value }) => value === from) ? from : (options[0]?.value ?? ''),
    },
  ]
}

export function detailFields(t: Words, { template, note }: TemplateVersion): RecordField[] {
  return [{ as: 'line', name: 'name', label: t(nameLabel), known: template.name, width: 'full' }, noteField(t, note)]
}

export function noteField(t: Words, note: string | null): RecordField {
  return {
    as: 'text',
    name: 'note',
    label: t('admin.templates.details.note'),
    optional: t('ui.optional'),
    known: note ?? '',
    rows: 3,
  }
}

type EditedPlace = Omit<TemplatePlace, 'id' | 'key'> & Partial<Pick<TemplatePlace, 'id' | 'key'>>

/** A place as it is written: what it asks in both languages, where it stands and whose content it shows. */
export function placeFields(t: Words, places: readonly TemplatePlace[], place: EditedPlace): RecordPart[] {
  const label = (field: string) => t(`admin.templates.field.${field}`)
  const optional = t('ui.optional')
  const inside = place.id ? new Set(withInside(places, place.id).map(({ id }) => id)) : new Set<string>()
  const option = (value: string, one: TemplatePlace) => ({ value, label: shortName(one) })
  return [
    {
      as: 'group',
      name: 'kindAndNumber',
      layout: 'row',
      fields: [
        {
          as: 'choice',
          name: 'kind',
          label: label('kind'),
          options: sectionKinds.map((kind) => ({ value: kind, label: t(sectionKindLabels[kind]) })),
          known: place.kind,
        },
        {
          as: 'line',
          name: 'number',
          label: label('number'),
          help: label('numberHelp'),
          optional,
          known: place.number ?? '',
          width: 'short',
        },
      ],
    },
    { as: 'text', name: 'titleFi', label: label('titleFi'), known: place.titleFi, rows: 2 },
    { as: 'text', name: 'titleSv', label: label('titleSv'), optional, known: place.titleSv ?? '', rows: 2 },
    { as: 'text', name: 'promptFi', label: label('promptFi'), optional, known: place.promptFi ?? '', rows: 4 },
    { as: 'text', name: 'promptSv', label: label('promptSv'), optional, known: place.promptSv ?? '', rows: 4 },
    {
      as: 'choice',
      name: 'parentId',
      label: label('parent'),
      help: label('parentHelp'),
      options: places.filter(({ id }) => !inside.has(id)).map((one) => option(one.id, one)),
      empty: label('top'),
      known: place.parentId ?? '',
    },
    {
      as: 'choice',
      name: 'showsKey',
      label: label('shows'),
      help: label('showsHelp'),
      options: places
        .filter(({ key, showsKey }) => key !== place.key && showsKey === null)
        .map((one) => option(one.key, one)),
      empty: label('ownContent'),
      known: place.showsKey ?? '',
    },
  ]
}

type EditedPrompt = Omit<TemplatePrompt, 'id' | 'key'>

export function promptFields(t: Words, places: readonly TemplatePlace[], prompt: EditedPrompt | null): RecordField[] {
  const label = (field: string) => t(`admin.templates.field.${field}`)
  return [
    {
      as: 'choice',
      name: 'asked',
      label: label('asked'),
      options: [
        {
          label: label('askedKinds'),
          options: sectionKinds.map((kind) => ({
            value: askedText({ kind, placeKey: null }),
            label: t(sectionKindLabels[kind]),
          })),
        },
        {
          label: label('askedPlaces'),
          options: places.map((place) => ({
            value: askedText({ kind: null, placeKey: place.key }),
            label: shortName(place),
          })),
        },
      ],
      empty: label('choose'),
      known: prompt ? askedText(prompt) : '',
    },
    { as: 'text', name: 'textFi', label: label('textFi'), known: prompt?.textFi ?? '', rows: 2 },
    {
      as: 'text',
      name: 'textSv',
      label: label('textSv'),
      optional: t('ui.optional'),
      known: prompt?.textSv ?? '',
      rows: 2,
    },
  ]
}

/** Official questions are long; a choice stays a line. */
function shortName(place: TemplatePlace): string {
  const name = placeName(place)
  return name.length > 80 ? `${name.slice(0, 79)}…` : name
}
