import { reasonTexts } from '@/components/final-report/reason-texts'
import { SectionStateMark } from '@/components/final-report/section-state'
import { type StepAction, StepForm } from '@/components/status-reports/step-form'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { editAddress } from '@/lib/final-report/addresses'
import { headingText } from '@/lib/final-report/document/model'
import { sectionKindLabels } from '@/lib/final-report/labels'
import type { SectionNode } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; node: SectionNode; projectKey: string; mayEdit: boolean; action: StepAction }

/** The question, how far its answer is, and what can be done to it. */
export function SectionHeading({ t, node, projectKey, mayEdit, action }: Props) {
  const ready = node.state === 'ready'
  return (
    <PageHeading
      title={headingText(node)}
      intro={node.prompt ?? undefined}
      mark={
        <>
          <Tag>{t(sectionKindLabels[node.kind])}</Tag>
          {node.blocks.length > 0 && <SectionStateMark state={node.state} t={t} />}
        </>
      }
      actions={
        mayEdit && (
          <>
            <ButtonLink kind="primary" href={editAddress(projectKey, node.id)}>
              {t('finalReport.screen.edit')}
            </ButtonLink>
            {node.blocks.length > 0 && (
              <StepForm
                action={action}
                values={{
                  project: projectKey,
                  section: node.id,
                  version: node.version,
                  state: ready ? 'draft' : 'ready',
                }}
                label={t(ready ? 'finalReport.screen.backToDraft' : 'finalReport.screen.markReady')}
                kind="secondary"
                reasons={reasonTexts(t)}
                notice={t('ui.notice.danger')}
              />
            )}
          </>
        )
      }
    />
  )
}
