export const templatesAddress = '/admin/templates'
export const newTemplateAddress = `${templatesAddress}/new`
export const versionAddress = (versionId: string): string => `${templatesAddress}/${versionId}`
export const placeAnchor = (placeId: string): string => `place-${placeId}`

/** The page of a place; without one, where a new place is written. */
export const placeAddress = (versionId: string, placeId: string | null): string =>
  `${versionAddress(versionId)}/places/${placeId ?? 'new'}`

/** The page of a prompt; without one, where a new prompt is written. */
export const promptAddress = (versionId: string, promptId: string | null): string =>
  `${versionAddress(versionId)}/prompts/${promptId ?? 'new'}`

export const templatePreviewAddress = (versionId: string, language: 'fi' | 'sv' = 'fi'): string =>
  `${versionAddress(versionId)}/preview${language === 'fi' ? '' : '?language=sv'}`
export const templateDifferencesAddress = (versionId: string): string => `${versionAddress(versionId)}/differences`
export const publishAddress = (versionId: string): string => `${versionAddress(versionId)}/publish`
