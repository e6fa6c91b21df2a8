import Testing

@testable import Insights

struct StatisticsTests {
    private func cause(_ anchor: String, _ rank: Int) -> String { #""cause":"\#(anchor)","condition":"red","rank":\#(rank)"# }

    private func event(_ name: String, _ members: String) -> Event? {
        Event(parsing: #"{"event":"kb:\#(name)","guide":"a.md",\#(members)}"#.utf8)
    }

    /// Events of readers who try the causes in order until the one that is the solution.
    private func readers(_ count: Int, solvedBy solving: Int) -> [Event?] {
        (0..<count).flatMap { _ -> [Event?] in
            var events = [event("start", cause("c1", 1))]
            for rank in 1..<max(solving, 1) {
                events.append(
                    event("answer", cause("c\(rank)", rank) + #","answer":"unresolved","next":{\#(cause("c\(rank + 1)", rank + 1))}"#))
            }
            return events + [
                event("answer", cause("c\(solving)", solving) + #","answer":"fixed","next":{"place":"~solved"}"#),
                event("solved", cause("c\(solving)", solving)),
            ]
        }
    }

    @Test func readsAnEventFromALineOfJSON() throws {
        let event = try #require(self.event("answer", cause("a-b", 2) + #","answer":"unresolved","next":{"place":"~x"}"#))
        #expect(event.name == .answer && event.guide == "a.md" && event.next == nil)
        #expect(event.cause == Event.Cause(anchor: "a-b", condition: "red", rank: 2))
    }

    @Test(arguments: [
        "", "{", "[]", "3", #"{"event":"kb:else","guide":"a"}"#, #"{"event":"kb:start"}"#, #"{"guide":"a"}"#, #"GET / HTTP/1.1"#,
    ])
    func refusesOtherLines(_ line: String) { #expect(Event(parsing: line.utf8) == nil) }

    @Test func countsWhichCausesWereReachedAndWhichWereTheSolution() throws {
        let page = try #require(
            Statistics((readers(2, solvedBy: 1) + readers(3, solvedBy: 2) + readers(5, solvedBy: 3)).compactMap(\.self)).pages.first)
        #expect(page.started == 10 && page.solved == 10)
        #expect(page.causes.map(\.anchor) == ["c1", "c2", "c3"])
        #expect(page.causes.map(\.reached) == [10, 8, 5])
        #expect(page.causes.map(\.solved) == [2, 3, 5])
    }

    @Test func ordersCausesByProbability() throws {
        let page = try #require(
            Statistics((readers(2, solvedBy: 1) + readers(3, solvedBy: 2) + readers(5, solvedBy: 3)).compactMap(\.self)).pages.first)
        let ordering = Ordering(page.causes)
        #expect(ordering.probabilities.map { Int(($0 * 100).rounded()) } == [20, 30, 50])
        #expect(ordering.shortest == [2, 1, 0])
        #expect(ordering.disagreements == [2, 0])
        #expect(abs(ordering.expectedQuestions([0, 1, 2]) - 2.3) < 1e-9)
        #expect(abs(ordering.expectedQuestions(ordering.shortest) - 1.7) < 1e-9)
    }

    @Test func doesNotCountReadersAgainstCausesThatTheyDidNotReach() {
        // Of 100 readers, the first cause is the solution for 10 and 80 leave there; the second is the solution for all 10 who reach it.
        var first = Statistics(
            [readers(10, solvedBy: 1), readers(10, solvedBy: 2), Array(repeating: event("start", cause("c1", 1)), count: 80)].flatMap(
                \.self
            ).compactMap(\.self)
        ).pages[0].causes
        #expect(first.map(\.reached) == [100, 10])
        #expect(Ordering(first).shortest == [1, 0])
        first.removeLast()
        #expect(Ordering(first).disagreements.isEmpty)
    }

    @Test func countsTheQuestionsOfACauseAsItsCost() {
        let answers = (0..<3).map { _ in event("answer", cause("c1", 1) + #","answer":"unresolved","next":{\#(cause("c1", 1))}"#) }
        let causes = Statistics((readers(1, solvedBy: 1) + answers + readers(1, solvedBy: 2)).compactMap(\.self)).pages[0].causes
        #expect(Ordering(causes).costs == [2.5, 1])
        #expect(Ordering(causes).shortest == [1, 0])
    }

    @Test func showsTheShorterOrderInTheText() {
        let text = Statistics((readers(1, solvedBy: 1) + readers(3, solvedBy: 2)).compactMap(\.self)).text
        #expect(
            text == """
                a.md: 4 started, 4 fixed, 0 came to the end
                  cause  reached  solved
                  1.  c1       4       1   25 %
                  2.  c2       3       3  100 %
                  shortest expected path first: 1.25 questions instead of 1.75
                  1.  c2  (now 2.)
                  2.  c1  (now 1.)

                """)
    }
}
