import { planFormWords } from '@/components/plan/words'
import { EmptyState } from '@/components/ui/empty-state'
import { RecordForm } from '@/components/ui/record-form'
import { recordWords } from '@/components/ui/record-words'
import type { FormAction } from '@/lib/access/form-state'
import { reportLanguages, type TemplateChoice } from '@/lib/final-report/templates/choices/model'
import { reportLanguageLabels } from '@/lib/final-report/templates/labels'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  projectKey: string
  action: FormAction
  /** What it can be begun with; null for those who may not begin */
  templates: readonly TemplateChoice[] | null
}

/** A project without a plan document: says what it will hold, and lets the one who keeps the plan begin it. */
export function BeginPlan({ t, projectKey, action, templates }: Props) {
  const title = t('plan.document.none')
  if (!templates) return <EmptyState title={title}>{t('plan.document.noneReader')}</EmptyState>
  if (templates.length === 0) return <EmptyState title={title}>{t('plan.document.noTemplate')}</EmptyState>
  const { reasons } = planFormWords(t)
  return (
    <>
      <EmptyState title={title}>{t('plan.document.noneHelp')}</EmptyState>
      <div className="mt-8">
        <RecordForm
          id="begin"
          action={action}
          values={{ project: projectKey }}
          fields={[
            {
              as: 'choice',
              name: 'template',
              label: t('plan.document.template'),
              options: templates.map(({ key, name }) => ({ value: key, label: name })),
              known: templates[0]?.key ?? '',
            },
            {
              as: 'choice',
              name: 'language',
              label: t('plan.document.language'),
              options: reportLanguages.map((value) => ({ value, label: t(reportLanguageLabels[value]) })),
              known: 'fi',
            },
          ]}
          send={t('plan.document.begin')}
          words={recordWords(t, { reasons, errors: ['finalReport.error.choose'] })}
        />
      </div>
    </>
  )
}
