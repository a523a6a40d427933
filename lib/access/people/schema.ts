import { z } from 'zod'
import { readRoles } from '@/lib/access/people/model'
import { emailField, newPassword } from '@/lib/access/schema'
import { locales } from '@/lib/platform/locales'

const name = z.string().trim().min(1, 'people.error.name').max(200, 'people.error.name')
const version = z.coerce.number().int().positive()
const roles = z
  .string()
  .max(20_000)
  .default('')
  .transform((text, context) => {
    const read = readRoles(text)
    if (read === null) context.addIssue({ code: 'custom', message: 'people.error.roles' })
    return read ?? []
  })
const details = { name, email: emailField, locale: z.enum(locales, 'people.error.locale') }
/** How the link reaches the person: by mail, or handed over by the administrator. */
const way = z.enum(['mail', 'show'], 'people.error.way')

export const addPersonSchema = z.object({ ...details, roles, way })
export type NewPerson = z.output<typeof addPersonSchema>

export const versionOfPersonSchema = z.object({ userId: z.uuid(), version })
export type VersionOfPerson = z.output<typeof versionOfPersonSchema>

export const detailsSchema = versionOfPersonSchema.extend(details)
export const rolesSchema = versionOfPersonSchema.extend({ roles })
export const linkSchema = versionOfPersonSchema.extend({ way })
export const unitsSchema = versionOfPersonSchema.extend({
  units: z
    .string()
    .max(40_000)
    .default('')
    .transform((text) => [...new Set(text.split(',').filter((one) => one !== ''))])
    .pipe(z.array(z.uuid('people.error.units'))),
})

export const acceptSchema = z.object({ secret: z.string().min(20).max(200), password: newPassword })
export const ownPasswordSchema = z.object({
  password: z.string().min(1, 'access.error.password').max(200, 'access.error.password'),
  newPassword,
})
