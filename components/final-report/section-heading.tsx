import { reasonTexts } from '@/components/final-report/reason-texts'
import { SectionStateMark } from '@/components/final-report/section-state'
import { StepForm } from '@/components/status-reports/step-form'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/access/form-state'
import { editAddress, historyAddress } from '@/lib/final-report/addresses'
import { headingText } from '@/lib/final-report/document/model'
import { sectionKindLabels } from '@/lib/final-report/labels'
import type { DocumentPlace, SectionNode } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  node: SectionNode
  place: DocumentPlace
  may: (right: 'write' | 'approve' | 'discuss') => boolean
  action: FormAction
}

/** The question, how far its answer is, and what can be done to it. */
export function SectionHeading({ t, node, place, may, action }: Props) {
  const mayEdit = may('write')
  const step = (state: 'draft' | 'ready' | 'approved', label: string) => (
    <StepForm
      action={action}
      values={{ project: place.key, kind: place.kind, section: node.id, version: node.version, state }}
      label={label}
      kind="secondary"
      reasons={reasonTexts(t)}
      notice={t('ui.notice.danger')}
    />
  )
  const isDone = node.state === 'ready' || node.state === 'approved'
  return (
    <PageHeading
      title={headingText(node)}
      intro={node.prompt ?? undefined}
      mark={
        <>
          <Tag>{t(sectionKindLabels[node.kind])}</Tag>
          {node.blocks.length > 0 && <SectionStateMark state={node.state} t={t} />}
          {node.owner && <span>{t('reportEditor.tree.owner', { who: node.owner.name })}</span>}
        </>
      }
      actions={
        <>
          {mayEdit && (
            <ButtonLink kind="primary" href={editAddress(place, node.id)}>
              {t('finalReport.screen.edit')}
            </ButtonLink>
          )}
          {may('discuss') && (
            <ButtonLink href={historyAddress(place, node.id)}>{t('reportEditor.history.open')}</ButtonLink>
          )}
          {mayEdit && node.blocks.length > 0 && (
            <>
              {node.state === 'ready' && may('approve') && step('approved', t('reportEditor.tree.approve'))}
              {isDone
                ? step('draft', t('finalReport.screen.backToDraft'))
                : step('ready', t('finalReport.screen.markReady'))}
            </>
          )}
        </>
      }
    />
  )
}
