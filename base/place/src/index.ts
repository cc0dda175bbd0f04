export { cellOf, cellsWithin, cellResolution, centreOf } from './cell.ts';
export { checkPoint, distanceMetres, type Point } from './point.ts';
export { formatGridCode, parseGridCode, type GridCode } from './gridCode.ts';
export { nearest, type Near, type NearestOptions } from './nearest.ts';
export { areaOf, contains, type Polygon, type Position, type Ring } from './polygon.ts';
export { liesIn, regionAt, type Region } from './regionTree.ts';
export { schematicMap, type SchematicCell, type SchematicMap } from './schematicMap.ts';
export { placeFaults } from './faults.ts';
