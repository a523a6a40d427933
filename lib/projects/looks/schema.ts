import { z } from 'zod'

/** A colour as #rrggbb; empty takes the product's own. */
const colour = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => text === '' || /^#[0-9a-f]{6}$/.test(text), 'admin.looks.error.colour')
  .transform((text) => text || null)

const version = z.coerce.number().int().positive()

export const coloursSchema = z.object({ version, brandColour: colour, accentColour: colour })

export const logoSchema = z.object({ version, alt: z.string().trim().max(300) })

export const removeLogoSchema = z.object({ version })
