import { describeMatrix } from './describe-matrix.ts'

describeMatrix('paging', 'sorting', 'steadiness')
