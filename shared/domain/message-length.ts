/** Characters of a message an end user or a member writes. Apart from the other limits, as the widget's form needs no more of them. */
export const messageLength = 5000;
