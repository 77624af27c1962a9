/** The command line is wrong; the message is for the one who typed it. */
export class CallError extends Error {}

/** A command cannot do what it was asked to; the message is for the one who asked. */
export class Failure extends Error {}
