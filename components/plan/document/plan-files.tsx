import { FileLinks } from '@/components/ui/file-links'
import { fileTexts } from '@/components/ui/file-texts'
import { planFileAddress } from '@/lib/plan/addresses'
import type { Words } from '@/lib/platform/words'

/** The plan as a file; `query` says which version, or which two are compared. */
export function PlanFiles({ t, projectKey, query = '' }: { t: Words; projectKey: string; query?: string }) {
  return (
    <FileLinks
      links={[
        { href: `${planFileAddress(projectKey, 'pdf')}${query}`, label: t('plan.document.pdf'), kind: 'primary' },
        { href: `${planFileAddress(projectKey, 'docx')}${query}`, label: t('plan.document.word') },
      ]}
      texts={{ ...fileTexts(t), making: t('plan.document.making') }}
    />
  )
}
