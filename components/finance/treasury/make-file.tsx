import { financeFormWords } from '@/components/finance/forms/words'
import { RecordForm } from '@/components/ui/record-form'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'

type Props = { t: Words; make: FormAction; project: ProjectHeader; month: string; count: number }

/** Makes the file of the month; it stands in the list afterwards. */
export function MakeFile({ t, make, project, month, count }: Props) {
  const reasons = { TOO_MANY: t('treasury.file.tooMany'), NOT_COMPLETE: t('treasury.file.notComplete') }
  return (
    <div className="mt-6">
      <RecordForm
        id="make"
        action={make}
        values={{ project: project.key, projectId: project.id, month }}
        fields={[]}
        count={count}
        send={t('treasury.file.make')}
        words={financeFormWords(t, reasons)}
      />
    </div>
  )
}
