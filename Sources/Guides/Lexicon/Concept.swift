/// What a word of an article may speak of. The reading knows texts by these, whatever their language.
enum Concept: Int, CaseIterable, Sendable {
    /// Something does not work.
    case fault
    case negation
    case cause
    /// To look whether something is so.
    case check
    case fix
    /// What names a symptom: a message, a description.
    case symptom
    /// Nothing helped.
    case escalation
    /// To ask somebody, and who that is.
    case contact
    case faq
    case howTo
    /// What names an article about faults.
    case troubleshooting
    /// What names a version or its notes.
    case release
    case reference
    case platform
    /// One of several ways.
    case alternative
    /// The beginning of a condition: if, when.
    case condition
    /// A verb that tells the reader to do something.
    case instruction
    /// What puts things in order: first, then, step.
    case sequence
    /// What follows from doing something: you will see.
    case result
    /// What leads to another text: see, refer to.
    case signpost
    case note
    case question
    /// What leads to what follows on the page: below.
    case below
    /// The beginning of one action of many on the way to something: click, go to, in the menu. What is complete by itself begins otherwise.
    case operation
    /// What something does while it works: it starts, loads, connects.
    case function
    /// What faults come from: an old version, a permission, a cable.
    case circumstance
    /// The reader, the writer, or somebody else.
    case person
    /// The beginning of what is spoken of: the, your, this.
    case determiner
    /// A part of a program's screen.
    case screen
    /// A verb that tells how something is: is, has, contains.
    case telling
}
