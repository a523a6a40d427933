-- Tables of the plan's data, which stand in documents as blocks
ALTER TYPE "BlockType" ADD VALUE 'phase_table';
ALTER TYPE "BlockType" ADD VALUE 'cost_table';
ALTER TYPE "BlockType" ADD VALUE 'person_month_table';
