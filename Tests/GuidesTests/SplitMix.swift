/// Sebastiano Vigna’s SplitMix64. Gives the same numbers on every platform.
struct SplitMix {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}

extension SplitMix {
    /// An article of random titles, at random levels, with random lists and paragraphs.
    mutating func article() -> String {
        let titles = [
            "Error 42", "The most likely cause", "Other possible causes", "Confirm the cable is in", "1. Check the fuse",
            "2. Verify the setting", "Solution", "Solution #2", "Option 1 — by hand",
            "Option 2 — by script", "How to unblock", "If the issue persists", "Contact support", "Troubleshooting", "The light is red",
            "Symptoms", "Cause", "See also", "Step 1: Restart", "Windows", "macOS",
            "It won't start", "Network failure", "Does it work?", "Still not working?",
        ]
        let bodies = [
            "Restart the machine.", "1. Open it\n2. Close it", "* Check the cable\n* Replace the fuse", "90% of the time it is this.",
            "The other 10% of the time.", "**If the light is red:** press it.", "**Fix:**\\\nPull the plug.",
            "**Windows**\n\n1. Press it", "If none of these steps help, contact support.",
            "<details>\n\n<summary>It crashes</summary>\n\nPress the button.\n\n</details>",
            "Possible causes are:\n\n1. The fuse is blown.\n2. The cable is out.", "***",
            "| Symptom | Solution |\n| --- | --- |\n| No light | Press the button |", "It is in order of likelihood.",
            "<!-- guide: cause likelihood=0.4 -->", "<!-- guide: alternatives -->", "There are two options:", "Text.",
        ]
        var lines: [String] = ["# \(titles[next(titles.count)])"]
        for _ in 0..<(3 + next(14)) {
            if next(3) > 0 { lines.append("\(String(repeating: "#", count: 1 + next(4))) \(titles[next(titles.count)])") }
            for _ in 0..<next(3) { lines.append(bodies[next(bodies.count)]) }
        }
        return lines.joined(separator: "\n\n") + "\n"
    }
}
