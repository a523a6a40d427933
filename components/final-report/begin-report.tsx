import { reasonTexts } from '@/components/final-report/reason-texts'
import { EmptyState } from '@/components/ui/empty-state'
import type { RecordField } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import { recordWords } from '@/components/ui/record-words'
import type { FormAction } from '@/lib/access/form-state'
import { reportLanguages, type TemplateChoice } from '@/lib/final-report/templates/choices/model'
import { reportLanguageLabels } from '@/lib/final-report/templates/labels'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  action: FormAction
  projectKey: string
  /** What it can be begun with; null for those who may not begin */
  templates: readonly TemplateChoice[] | null
}

/** A project without a final report: says what it will hold, and lets the one who may begin it choose its template and language. */
export function BeginReport({ t, action, projectKey, templates }: Props) {
  if (!templates)
    return <EmptyState title={t('finalReport.screen.none')}>{t('finalReport.screen.noneRead')}</EmptyState>
  const [only, ...others] = templates
  if (!only) return <EmptyState title={t('finalReport.screen.none')}>{t('finalReport.reason.noTemplate')}</EmptyState>
  const choice = others.length > 0
  return (
    <>
      <EmptyState title={t('finalReport.screen.none')}>{t('finalReport.screen.noneHelp')}</EmptyState>
      <div className="mt-8">
        <RecordForm
          id="begin"
          action={action}
          values={{ project: projectKey, ...(!choice && { template: only.key }) }}
          fields={[...(choice ? [templateField(t, templates)] : []), languageField(t)]}
          send={t('finalReport.screen.begin')}
          words={recordWords(t, { reasons: reasonTexts(t), errors: ['finalReport.error.choose'] })}
        />
      </div>
    </>
  )
}

function templateField(t: Words, templates: readonly TemplateChoice[]): RecordField {
  return {
    as: 'choice',
    name: 'template',
    label: t('admin.templates.begin.template'),
    options: templates.map(({ key, name, own, version }) => ({
      value: key,
      label: t(`admin.templates.begin.${own ? 'ownOption' : 'option'}`, { name, version }),
    })),
    empty: t('admin.templates.field.choose'),
    known: '',
  }
}

function languageField(t: Words): RecordField {
  return {
    as: 'choice',
    name: 'language',
    label: t('admin.templates.begin.language'),
    help: t('admin.templates.begin.languageHelp'),
    options: reportLanguages.map((value) => ({ value, label: t(reportLanguageLabels[value]) })),
    known: 'fi',
  }
}
