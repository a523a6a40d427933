import type { RecordField } from '@/components/projects/record-fields'
import type { Words } from '@/lib/platform/words'
import { type DocumentRow, documentKinds } from '@/lib/projects/documents/model'
import { dnshKindLabels, dnshKinds, documentKindLabels, linkKindLabels } from '@/lib/projects/labels'
import { linkKinds } from '@/lib/projects/links/model'

type Typed = Readonly<Record<string, string>>

/** What is told of a document. With `typed` the fields hold what was typed before. */
export function documentFields(t: Words, typed: Typed = {}): RecordField[] {
  const optional = t('ui.optional')
  return [
    { kind: 'text', name: 'label', label: t('projects.document.label'), value: typed.label ?? '', width: 'full' },
    {
      kind: 'select',
      name: 'kind',
      label: t('projects.document.kindTitle'),
      value: typed.kind ?? 'plan',
      options: documentKinds.map((value) => ({ value, label: t(documentKindLabels[value]) })),
    },
    {
      kind: 'text',
      name: 'datedOn',
      label: t('projects.document.date'),
      help: t('projects.dayHelp'),
      optional,
      value: typed.datedOn ?? '',
      width: 'short',
    },
    {
      kind: 'text',
      name: 'caseNumber',
      label: t('projects.document.caseNumber'),
      optional,
      value: typed.caseNumber ?? '',
    },
  ]
}

/** The same with the address where it lies. */
export function linkedDocumentFields(t: Words): RecordField[] {
  return [...documentFields(t), { kind: 'text', name: 'url', label: t('projects.address'), value: '', width: 'full' }]
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
      kind: 'select',
      name: 'kind',
      label: t('projects.link.kindTitle'),
      value: 'predecessor',
      options: linkKinds.map((value) => ({ value, label: t(linkKindLabels[value]) })),
    },
    {
      kind: 'select',
      name: 'linkedId',
      label: t('projects.link.own'),
      value: '',
      options: projects.map(({ id, name }) => ({ value: id, label: name })),
      empty: t('projects.link.elsewhere'),
    },
    {
      kind: 'text',
      name: 'name',
      label: t('projects.link.name'),
      help: t('projects.link.nameHelp'),
      optional,
      value: '',
    },
    { kind: 'text', name: 'url', label: t('projects.address'), optional, value: '', width: 'full' },
    { kind: 'area', name: 'note', label: t('projects.note'), optional, value: '', rows: 2 },
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
      kind: 'select',
      name: 'kind',
      label: t('projects.dnsh.kind'),
      value: 'self_assessment',
      options: dnshKinds.map((value) => ({ value, label: t(dnshKindLabels[value]) })),
    },
    {
      kind: 'area',
      name: 'text',
      label: t('projects.dnsh.text'),
      help: t('projects.dnsh.textHelp'),
      value: '',
      rows: 5,
    },
    {
      kind: 'text',
      name: 'assessedOn',
      label: t('projects.dnsh.assessedOn'),
      help: dayHelp,
      value: '',
      width: 'short',
    },
    {
      kind: 'text',
      name: 'reviewOn',
      label: t('projects.dnsh.reviewOn'),
      help: t('projects.dnsh.reviewHelp'),
      optional,
      value: '',
      width: 'short',
    },
    {
      kind: 'select',
      name: 'documentId',
      label: t('projects.dnsh.document'),
      help: t('projects.dnsh.documentHelp'),
      value: '',
      options: documents.map(({ id, label }) => ({ value: id, label })),
      empty: t('projects.dnsh.noDocument'),
    },
    { kind: 'text', name: 'url', label: t('projects.dnsh.url'), optional, value: '', width: 'full' },
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
