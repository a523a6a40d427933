import type { ReviewSectionKey, ReviewWord } from '@/lib/steering/review/model'

export const reviewSectionLabels: Record<ReviewSectionKey, string> = {
  planChanges: 'review.section.planChanges',
  serviceAreas: 'review.section.serviceAreas',
  finance: 'review.section.finance',
  risks: 'review.section.risks',
  communications: 'review.section.communications',
  decisions: 'review.section.decisions',
}

export const reviewWordLabels: Record<ReviewWord, string> = {
  continues: 'review.word.continues',
  page: 'review.word.page',
  slide: 'review.word.slide',
  contents: 'review.word.contents',
  glance: 'review.word.glance',
  source: 'review.word.source',
  notes: 'review.word.notes',
  tableOf: 'review.word.tableOf',
  empty: 'review.word.empty',
  made: 'review.word.made',
  light: 'review.word.light',
  unit: 'review.word.unit',
  change: 'review.word.change',
  note: 'review.word.note',
  table: 'review.word.table',
  figure: 'review.word.figure',
  emblem: 'review.word.emblem',
}
