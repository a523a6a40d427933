import { formField as field } from '@/components/status-reports/form/field-shape'
import { indicatorGroup } from '@/components/status-reports/form/indicator-shape'
import type { FormField, FormGroup, FormSection } from '@/components/status-reports/form/model'
import { stateLabels as actionStateLabels } from '@/lib/actions/labels'
import { actionStates } from '@/lib/actions/model'
import type { Words } from '@/lib/platform/words'
import { isOpen, type ReportSection, reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import { lightLabels, sectionLabels } from '@/lib/status-reports/labels'
import { lights } from '@/lib/status-reports/model'
import { type ReportView, reportedActions, unansweredActionNumbers } from '@/lib/status-reports/views/model'

/** Sections whose one field asks what the section is about: the question stands at the field. */
const isOneQuestion: Partial<Record<ReportSection, true>> = { results: true, next_steps: true }

/** The sections of a report as a form, without what is not open for writing. */
export function formSections(t: Words, view: ReportView): FormSection[] {
  return reportSections
    .map((section) => ({
      path: sectionPaths[section],
      title: t(sectionLabels[section]),
      help: isOneQuestion[section] ? null : t(`statusReports.help.${section}`),
      groups: groupsOf[section](t, view)
        .map((group) => openPart(group, view.opens))
        .filter(
          (group) => group.fields.length + group.more.length > 0 || (view.opens === null && group.notes.length > 0),
        ),
      empty: view.opens === null ? t(`statusReports.empty.${section}`) : undefined,
    }))
    .filter((section) => view.opens === null || section.groups.length > 0)
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
      field(t, view, 'overall/light', {
        kind: 'light',
        label: t('statusReports.field.light'),
        choices: lights.map((light) => ({ value: light, label: t(lightLabels[light]) })),
      }),
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
    const number = action.noAsWritten?.trim() || action.no
    return {
      ...group(action.id, [
        field(t, view, `actions/${action.id}/state`, {
          kind: 'choice',
          label: t('statusReports.field.actionState'),
          choices,
        }),
        field(t, view, `actions/${action.id}/text`, { kind: 'text', label: t('statusReports.field.actionText') }),
      ]),
      title: number === null ? action.title : `${numbered(number)} ${action.title}`,
      notes: action.section ? [action.section] : [],
    }
  })
}

/** `1.` and `a.`; a number that brings its own sign, such as `4)`, stays as it is. */
function numbered(number: string | number): string {
  return /[\p{L}\d]$/u.test(String(number)) ? `${number}.` : String(number)
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
