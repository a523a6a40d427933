/** A template that a report can be begun with: its newest published version. */
export type TemplateChoice = { key: string; name: string; own: boolean; version: number }

/** Languages that a report is written in. */
export const reportLanguages = ['fi', 'sv'] as const
export type ReportLanguage = (typeof reportLanguages)[number]
