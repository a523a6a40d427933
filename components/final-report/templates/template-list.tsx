import { publicationText, templateStepReasons } from '@/components/final-report/templates/words'
import { StepForm } from '@/components/status-reports/step-form'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { newTemplateAddress, versionAddress } from '@/lib/final-report/templates/addresses'
import { newestPublished, type TemplateRow, unpublished } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; templates: readonly TemplateRow[]; open: FormAction }

/** The county's templates and the programme's, each with its versions. */
export function TemplateList({ t, templates, open }: Props) {
  const own = templates.filter((template) => template.own)
  const programme = templates.filter((template) => !template.own)
  return (
    <>
      <Section id="own" title={t('admin.templates.own')}>
        {own.length === 0 && <EmptyState title={t('admin.templates.none')}>{t('admin.templates.noneHelp')}</EmptyState>}
        {own.map((template) => (
          <Template key={template.id} t={t} template={template} open={open} />
        ))}
      </Section>
      <Section id="programme" title={t('admin.templates.programme')}>
        {programme.map((template) => (
          <Template key={template.id} t={t} template={template} open={open} />
        ))}
      </Section>
    </>
  )
}

const columns = ['version', 'state', 'places', 'reports', 'note'] as const

function Template({ t, template, open }: { t: Words; template: TemplateRow; open: FormAction }) {
  const { id, name, basis, versions } = template
  return (
    <Section
      id={`template-${id}`}
      level={3}
      title={name}
      intro={basis ? t('admin.templates.basis', { name: basis }) : undefined}
      actions={<Step t={t} template={template} open={open} />}
    >
      <DataTable
        caption={t('admin.templates.list.caption', { name })}
        hideCaption
        columns={columns.map((key) => ({
          key,
          header: t(`admin.templates.list.${key}`),
          numeric: key === 'places' || key === 'reports',
        }))}
        rows={versions.map((version) => ({
          key: version.id,
          cells: [
            { text: t('admin.templates.versionOf', { version: version.version }), href: versionAddress(version.id) },
            { text: publicationText(t, version), tag: version.publishedAt ? 'good' : 'neutral' },
            formatNumber(version.places, t.locale),
            formatNumber(version.reports, t.locale),
            version.note,
          ],
        }))}
      />
    </Section>
  )
}

/** What can be done next: go on with the version being written, open the next one, or make one's own from the programme's. */
function Step({ t, template, open }: { t: Words; template: TemplateRow; open: FormAction }) {
  const { id, name } = template
  const draft = unpublished(template)
  const named = (step: string) => `${t(`admin.templates.${step}`)}: ${name}`
  if (!template.own) {
    return (
      newestPublished(template) && (
        <ButtonLink href={`${newTemplateAddress}?from=${id}`} aria-label={named('copy')}>
          {t('admin.templates.copy')}
        </ButtonLink>
      )
    )
  }
  if (draft) {
    return (
      <ButtonLink href={versionAddress(draft.id)} aria-label={named('goOn')}>
        {t('admin.templates.goOn')}
      </ButtonLink>
    )
  }
  return (
    <StepForm
      action={open}
      values={{ templateId: id }}
      label={t('admin.templates.open')}
      fullLabel={named('open')}
      kind="secondary"
      reasons={templateStepReasons(t)}
      notice={t('ui.notice.warning')}
    />
  )
}
