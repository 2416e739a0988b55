import APIGenLibYAML

/// The parser of libyaml, which produces one event at a time.
struct EventParser: ~Copyable {
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    /// The current event. It is on the heap, since it is large and libyaml requires its address.
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)

    /// The bytes have to outlive the parser.
    init(reading bytes: UnsafeBufferPointer<UInt8>) {
        parser.initialize(to: yaml_parser_t())
        event.initialize(to: yaml_event_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    /// Reads the next event, or throws the problem that prevents it.
    func advance() throws(Problem) {
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else { throw Problem(parser.pointee) }
    }

    /// An error reported by libyaml.
    struct Problem: Error {
        let text: String
        let context: String
        let mark: yaml_mark_t
        /// The start of the construct that contains the problem.
        let contextMark: yaml_mark_t
        /// The offset of the unreadable byte, for an encoding error.
        let offset: Int?

        init(_ parser: yaml_parser_t) {
            text = parser.problem.map { String(cString: $0) } ?? "out of memory"
            context = parser.context.map { String(cString: $0) } ?? ""
            mark = parser.problem_mark
            contextMark = parser.context_mark
            offset = parser.error == YAML_READER_ERROR ? parser.problem_offset : nil
        }
    }
}
