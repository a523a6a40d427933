import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_ALLOWED', 'NOT_FOUND', 'SIGNED_OUT', 'INVALID', 'STALE'] as const

const errors = [
  'structure.error.circle',
  'structure.error.coversItself',
  'structure.error.depth',
  'structure.error.depthOrder',
  'structure.error.key',
  'structure.error.keyTaken',
  'structure.error.level',
  'structure.error.levelOrder',
  'structure.error.missing',
  'structure.error.otherProject',
  'structure.error.position',
  'structure.error.programme',
  'structure.error.source',
  'structure.error.sure',
  'structure.error.title',
  'structure.error.tooLong',
  'projects.error.name',
  'projects.error.term',
  'projects.error.tooLong',
  'finance.error.amount',
  'finance.error.decimals',
  'finance.error.thousands',
  'finance.error.tooLarge',
  'finance.error.writtenDiffers',
]

/** What the forms of new projects and of their structure say. */
export function structureFormWords(t: Words): RecordWords {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`projects.form.reason.${reason}`)]))
  return recordWords(t, { reasons: { ...own, IN_USE: t('structure.inUseNow') }, errors })
}
