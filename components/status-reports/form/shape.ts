import { formField as field } from '@/components/status-reports/form/field-shape'
import { indicatorGroup } from '@/components/status-reports/form/indicator-shape'
import {
  type FormField,
  type FormGroup,
  type FormSection,
  fieldsOf,
  placeName,
} from '@/components/status-reports/form/model'
import { stateLabels as actionStateLabels } from '@/lib/actions/labels'
import { actionStates, numberedTitle } from '@/lib/actions/model'
import type { Words } from '@/lib/platform/words'
import { isOpen, type ReportSection, reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import { lightLabels, sectionLabels } from '@/lib/status-reports/labels'
import { lights } from '@/lib/status-reports/model'
import {
  finishedBefore,
  type ReportView,
  reportedActions,
  unansweredActionNumbers,
} from '@/lib/status-reports/views/model'

/** Sections whose one field asks what the section is about: the question stands at the field. */
const isOneQuestion: Partial<Record<ReportSection, true>> = { results: true, next_steps: true, risks: true }

/** The sections of a report as a form, without what is not open for writing. */
export function formSections(t: Words, view: ReportView): FormSection[] {
  const used = view.settings.sections
  return reportSections
    .filter((section) => used === null || used.includes(section))
    .map((section) => {
      const groups = groupsOf[section](t, view)
        .map((group) => openPart(group, view.opens))
        .filter(
          (group) => group.fields.length + group.more.length > 0 || (view.opens === null && group.notes.length > 0),
        )
      return {
        path: sectionPaths[section],
        title: t(sectionLabels[section]),
        help: isOneQuestion[section] ? null : t(`statusReports.help.${section}`),
        groups,
        empty: view.opens === null ? t(`statusReports.empty.${section}`) : undefined,
        finished: finishedWords(t, groups),
      }
    })
    .filter((section) => view.opens === null || section.groups.length > 0)
}

function finishedWords(t: Words, groups: readonly FormGroup[]): FormSection['finished'] {
  const count = groups.filter(({ finished }) => finished !== undefined).length
  if (count === 0) return undefined
  return { title: t('differences.finished.title', { count }), help: t('differences.finished.help') }
}

/** Every field of a report: path → how it is spoken of away from its place. */
export function fieldNames(t: Words, view: ReportView): Record<string, string> {
  const fields = formSections(t, { ...view, opens: null }).flatMap((section) =>
    fieldsOf(section).map((field) => [field.path, fullName(section, field)] as const),
  )
  return Object.fromEntries(fields)
}

function fullName({ title }: FormSection, field: FormField): string {
  return field.about ? placeName(field) : `${title}, ${field.label}`
}

function openPart(group: FormGroup, opens: ReportView['opens']): FormGroup {
  const open = (fields: FormField[]) =>
    fields.filter((field) => isOpen(opens, field.path)).map((field) => ({ ...field, about: group.title }))
  return { ...group, fields: open(group.fields), more: open(group.more) }
}

type Groups = (t: Words, view: ReportView) => FormGroup[]

const groupsOf: Record<ReportSection, Groups> = {
  overall: (t, view) => [
    group('overall', [
      ...(view.settings.lights
        ? [
            field(t, view, 'overall/light', {
              kind: 'light',
              label: t('statusReports.field.light'),
              choices: lights.map((light) => ({ value: light, label: t(lightLabels[light]) })),
            }),
          ]
        : []),
      field(t, view, 'overall/reason', {
        kind: 'line',
        label: t('statusReports.field.reason'),
        help: t('statusReports.fieldHelp.reason'),
      }),
    ]),
  ],
  actions: (t, view) => [...actionGroups(t, view), ...missingActionGroups(t, view), generalGroup(t, view)],
  results: (t, view) => [question(t, view, 'results', 'results/text')],
  next_steps: (t, view) => [question(t, view, 'next_steps', 'nextSteps/text')],
  deviations: (t, view) => [
    group('deviations', [
      field(t, view, 'deviations/text', { kind: 'text', label: t('statusReports.field.deviations') }),
      field(t, view, 'deviations/planChange', {
        kind: 'text',
        label: t('statusReports.field.planChange'),
        help: t('statusReports.fieldHelp.planChange'),
      }),
    ]),
  ],
  indicators: (t, view) => view.indicators.map((indicator) => indicatorGroup(t, view, indicator)),
  toimintamallit: (t, view) =>
    view.toimintamallit.map((model) => ({
      ...group(model.id, [
        field(t, view, `toimintamallit/${model.id}/change`, {
          kind: 'text',
          label: t('statusReports.field.change'),
          help: t('statusReports.fieldHelp.change'),
        }),
      ]),
      title: model.name,
    })),
  risks: (t, view) => [question(t, view, 'risks', 'risks/text')],
}

function group(key: string, fields: FormField[]): FormGroup {
  return { key, notes: [], fields, more: [] }
}

function question(t: Words, view: ReportView, section: ReportSection, path: string): FormGroup {
  return group(section, [field(t, view, path, { kind: 'text', label: t(`statusReports.help.${section}`) })])
}

function actionGroups(t: Words, view: ReportView): FormGroup[] {
  const choices = actionStates.map((state) => ({ value: state, label: t(actionStateLabels[state]) }))
  return reportedActions(view.actions).map((action) => {
    const finished = finishedBefore(view, action)
    const state = finished === null ? undefined : t(actionStateLabels[finished])
    return {
      ...group(action.id, [
        field(t, view, `actions/${action.id}/state`, {
          kind: 'choice',
          label: t('statusReports.field.actionState'),
          choices,
        }),
        field(t, view, `actions/${action.id}/text`, { kind: 'text', label: t('statusReports.field.actionText') }),
      ]),
      title: numberedTitle(action),
      notes: [action.section ?? '', state ? t('differences.finished.known', { state }) : ''].filter(
        (note) => note !== '',
      ),
      finished: state,
    }
  })
}

/** Texts that name an action the unit does not have: kept where they were, never dropped. */
function missingActionGroups(t: Words, view: ReportView): FormGroup[] {
  return unansweredActionNumbers(view.fields).map((number) => ({
    ...group(`no-${number}`, [
      field(t, view, `actions/no-${number}/text`, { kind: 'text', label: t('statusReports.field.actionText') }),
    ]),
    title: t('statusReports.form.missingAction', { number }),
  }))
}

function generalGroup(t: Words, view: ReportView): FormGroup {
  const several = view.actions.length > 0
  const label = t(several ? 'statusReports.field.generalBeside' : 'statusReports.field.general')
  return group('general', [field(t, view, 'actions/general/text', { kind: 'text', label })])
}
