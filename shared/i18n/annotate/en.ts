import type { AnnotateStrings } from '../../annotate/strings.ts';

export default {
  editor: 'Mark up the screenshot',
  toolbar: 'Drawing tools',
  tools: 'Tool',
  colours: 'Colour',
  thicknesses: 'Line',

  select: 'Select',
  box: 'Box',
  arrow: 'Arrow',
  redact: 'Black out',
  undo: 'Undo',
  redo: 'Redo',
  remove: 'Delete',

  red: 'Red',
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  black: 'Black',
  thin: 'Thin line',
  medium: 'Medium line',
  thick: 'Thick line',

  shapeBox: 'Box',
  shapeArrow: 'Arrow',
  shapeRedaction: 'Blackout',

  picture: 'Screenshot, marks: {count}',
  keys: 'Enter draws a mark in the middle. Tab goes from mark to mark. Arrow keys move the mark, with Shift further; with Alt they resize it. Delete removes it. Escape lets go of it.',

  saidTool: 'Tool: {tool}',
  saidAdded: '{shape} added at {x}, {y}, {width} by {height}',
  saidSelected: '{shape}, {index} of {count}, at {x}, {y}, {width} by {height}',
  saidDeselected: 'Nothing selected',
  saidMoved: '{shape} moved to {x}, {y}',
  saidResized: '{shape} is now {width} by {height}',
  saidRemoved: '{shape} deleted',
  saidStyled: '{shape}: {style}',
  saidUndone: 'Undone',
  saidRedone: 'Redone',
  saidNothingToUndo: 'Nothing to undo',
  saidNothingToRedo: 'Nothing to redo',
  saidFull: 'No more than {count} marks fit on one screenshot',
} satisfies AnnotateStrings;
