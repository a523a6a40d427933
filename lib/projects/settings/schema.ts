import { z } from 'zod'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { type ProjectSettings, usualSettings } from '@/lib/projects/settings/model'

/** What a project may say of its own ways; what it leaves out is as usual. */
export const settingsSchema = z.strictObject({
  lights: z.boolean().optional(),
  riskScale: z.int().min(2).max(10).optional(),
  sections: z
    .array(
      z.enum(['overall', 'actions', 'results', 'next_steps', 'deviations', 'indicators', 'toimintamallit', 'risks']),
    )
    .min(1)
    .optional(),
})

/** The settings as stored; what cannot be read is as usual, so that no page fails over a setting. */
export function readSettings(stored: unknown): ProjectSettings {
  const { data } = settingsSchema.safeParse(stored)
  return { ...usualSettings, ...data }
}

const sectionsField = z
  .string()
  .optional()
  .transform((text = '') => text.split(',').filter((one) => one !== ''))
  .refine((sections) => sections.length > 0, 'projects.error.sections')

const levelField = /^level\/([0-9a-f-]{36})$/

/** The form of the settings; a level's name is in a field `level/<its id>`. */
export const changeSettingsSchema = z
  .looseObject({
    ...projectPlace,
    version: versionField,
    lights: z
      .literal('yes')
      .optional()
      .transform((said) => said === 'yes'),
    riskScale: z.coerce
      .number('projects.error.riskScale')
      .int()
      .min(2, 'projects.error.riskScale')
      .max(10, 'projects.error.riskScale'),
    sections: sectionsField,
  })
  .transform(({ project, projectId, version, lights, riskScale, sections, ...sent }) => {
    const levels = Object.entries(sent).flatMap(([name, text]) => {
      const id = levelField.exec(name)?.[1]
      return id && typeof text === 'string' ? [{ id, label: text.trim().slice(0, 100) }] : []
    })
    return { project, projectId, version, lights, riskScale, sections, levels }
  })
export type SettingsChange = Omit<z.output<typeof changeSettingsSchema>, 'project'>
