import type { RecordField } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import { type DocumentRow, documentKinds } from '@/lib/projects/documents/model'
import { dnshKindLabels, dnshKinds, documentKindLabels, linkKindLabels } from '@/lib/projects/labels'
import { linkKinds } from '@/lib/projects/links/model'

type Typed = Readonly<Record<string, string>>

/** What is told of a document. With `typed` the fields hold what was typed before. */
export function documentFields(t: Words, typed: Typed = {}): RecordField[] {
  const optional = t('ui.optional')
  return [
    { as: 'line', name: 'label', label: t('projects.document.label'), known: typed.label ?? '', width: 'full' },
    {
      as: 'choice',
      name: 'kind',
      label: t('projects.document.kindTitle'),
      known: typed.kind ?? 'plan',
      options: documentKinds.map((value) => ({ value, label: t(documentKindLabels[value]) })),
    },
    {
      as: 'line',
      name: 'datedOn',
      label: t('projects.document.date'),
      help: t('projects.dayHelp'),
      optional,
      known: typed.datedOn ?? '',
      width: 'short',
    },
    {
      as: 'line',
      name: 'caseNumber',
      label: t('projects.document.caseNumber'),
      optional,
      known: typed.caseNumber ?? '',
    },
  ]
}

/** The same with the address where it lies. */
export function linkedDocumentFields(t: Words): RecordField[] {
  return [...documentFields(t), { as: 'line', name: 'url', label: t('projects.address'), width: 'full' }]
}

export const documentErrors = [
  'projects.error.label',
  'projects.error.tooLong',
  'projects.error.day',
  'projects.error.address',
  'projects.error.addressMissing',
] as const

/** Another project: one of the same house, or its name and address. */
export function linkFields(t: Words, projects: readonly { id: string; name: string }[]): RecordField[] {
  const optional = t('ui.optional')
  return [
    {
      as: 'choice',
      name: 'kind',
      label: t('projects.link.kindTitle'),
      known: 'predecessor',
      options: linkKinds.map((value) => ({ value, label: t(linkKindLabels[value]) })),
    },
    {
      as: 'choice',
      name: 'linkedId',
      label: t('projects.link.own'),
      options: projects.map(({ id, name }) => ({ value: id, label: name })),
      empty: t('projects.link.elsewhere'),
    },
    {
      as: 'line',
      name: 'name',
      label: t('projects.link.name'),
      help: t('projects.link.nameHelp'),
      optional,
    },
    { as: 'line', name: 'url', label: t('projects.address'), optional, width: 'full' },
    { as: 'text', name: 'note', label: t('projects.note'), optional, rows: 2 },
  ]
}

export const linkErrors = [
  'projects.error.tooLong',
  'projects.error.address',
  'projects.error.linkName',
  'projects.error.linkItself',
  'projects.error.linkUnknown',
] as const

/** A new assessment; its document is one of the project's own, or lies elsewhere. */
export function dnshFields(t: Words, documents: readonly DocumentRow[]): RecordField[] {
  const optional = t('ui.optional')
  const dayHelp = t('projects.dayHelp')
  return [
    {
      as: 'choice',
      name: 'kind',
      label: t('projects.dnsh.kind'),
      known: 'self_assessment',
      options: dnshKinds.map((value) => ({ value, label: t(dnshKindLabels[value]) })),
    },
    {
      as: 'text',
      name: 'text',
      label: t('projects.dnsh.text'),
      help: t('projects.dnsh.textHelp'),
      rows: 5,
    },
    {
      as: 'line',
      name: 'assessedOn',
      label: t('projects.dnsh.assessedOn'),
      help: dayHelp,
      width: 'short',
    },
    {
      as: 'line',
      name: 'reviewOn',
      label: t('projects.dnsh.reviewOn'),
      help: t('projects.dnsh.reviewHelp'),
      optional,
      width: 'short',
    },
    {
      as: 'choice',
      name: 'documentId',
      label: t('projects.dnsh.document'),
      help: t('projects.dnsh.documentHelp'),
      options: documents.map(({ id, label }) => ({ value: id, label })),
      empty: t('projects.dnsh.noDocument'),
    },
    { as: 'line', name: 'url', label: t('projects.dnsh.url'), optional, width: 'full' },
  ]
}

export const dnshErrors = [
  'projects.error.dnshText',
  'projects.error.tooLong',
  'projects.error.day',
  'projects.error.address',
  'projects.error.reviewBefore',
  'projects.error.future',
  'projects.error.noDocument',
] as const
