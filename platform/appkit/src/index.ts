export type { App, FromFile } from './app.ts';
export { checkApp, type CheckedApp } from './checkApp.ts';
export { checkProcess, type CheckedProcess } from './checkProcess.ts';
export { indicatorOf } from './indicatorOf.ts';
export { loadApp, type LoadedApp } from './loadApp.ts';
export { loadCity, type LoadedCity } from './loadCity.ts';
export { placeOf, type ModelProblem } from './problem.ts';
export type { AppFile, CityFile, FormFile, IndicatorFile, ScenarioFile } from './schemas.ts';
export type { CheckedRule } from './checkRules.ts';
